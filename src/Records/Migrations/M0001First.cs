using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>The first part of Records.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0001_First")]
internal sealed class M0001First : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        SchoolTables.Create(migrationBuilder);
        ClassroomTables.Create(migrationBuilder);
        AnswerTables.Create(migrationBuilder);
    }
}
