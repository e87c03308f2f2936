using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>
/// What comes with answers and grows with them. No foreign keys: their keys were looked up on the way in, and erasing a person deletes
/// rows here on its own. Part of <see cref="M0001First"/>: never changed once released.
/// </summary>
internal static class AnswerTables
{
    public static void Create(MigrationBuilder migration)
    {
        migration.CreateTable(
            "texts",
            table => new
            {
                key = table.Column<long>().Growing(),
                purpose = table.Column<int>(),
                source = table.Column<int>(nullable: true),
                sequence = table.Column<long>(nullable: true),
                command = table.Column<byte[]>(nullable: true),
                digest = table.Column<long>(),
                text = table.Column<string>(),
                at = table.Column<long>(),
                linked = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("pk_texts", row => row.key));
        migration.CreateIndex("ux_texts_answer", "texts", ["source", "sequence", "purpose", "digest"], unique: true, filter: "source IS NOT NULL");
        migration.CreateIndex("ux_texts_command", "texts", ["command", "purpose", "digest"], unique: true, filter: "command IS NOT NULL");
        migration.CreateIndex("ix_texts_unlinked", "texts", "at", filter: "linked = false");

        migration.CreateTable(
            "history",
            table => new
            {
                classroom = table.Column<int>(),
                position = table.Column<long>(),
                partition = table.Column<int>(),
                student = table.Column<int>(),
                item = table.Column<int>(),
                skills = table.Column<string>(),
                score = table.Column<double>(),
                kind = table.Column<int>(),
                attempt = table.Column<int>(),
                first_attempt = table.Column<bool>(),
                at = table.Column<long>(),
                received = table.Column<long>(),
                duration_ms = table.Column<int>(),
                hints = table.Column<int>(),
                response = table.Column<long>(),
                misconception = table.Column<int>(),
                form = table.Column<long>(),
                source = table.Column<int>(),
                sequence = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_history", row => new { row.classroom, row.position }));
        migration.CreateIndex("ix_history_student", "history", ["classroom", "student", "at"]);
    }
}
