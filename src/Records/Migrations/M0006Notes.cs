using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>Notes of adults.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0006_Notes")]
internal sealed class M0006Notes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "notes",
            table => new
            {
                classroom = table.Column<int>(),
                position = table.Column<long>(),
                partition = table.Column<int>(),
                student = table.Column<int>(),
                skill = table.Column<int>(),
                text = table.Column<long>(),
                visible_to = table.Column<int>(),
                by_kind = table.Column<int>(),
                by_key = table.Column<int>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_notes", row => new { row.classroom, row.position }));
        migrationBuilder.CreateIndex("ix_notes_student", "notes", ["classroom", "student", "position"]);
    }
}
