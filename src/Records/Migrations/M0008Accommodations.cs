using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>What a student's page does otherwise for one child. Never changed once released.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0008_Accommodations")]
internal sealed class M0008Accommodations : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("accommodations", "students", defaultValue: 0);
}
