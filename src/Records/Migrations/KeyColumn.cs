using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace LiveClass.Records.Migrations;

/// <summary>How a key grows.</summary>
internal static class KeyColumn
{
    /// <summary>
    /// Never gives a number twice, not even after its row was deleted: log and journal keep the numbers of what was erased here.
    /// Each database reads its own annotation and passes over the other's.
    /// </summary>
    public static OperationBuilder<AddColumnOperation> Growing(this OperationBuilder<AddColumnOperation> column) =>
        column.Annotation("Sqlite:Autoincrement", true);
}
