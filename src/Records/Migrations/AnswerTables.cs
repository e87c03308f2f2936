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

        CreateHistory(migration);
    }

    // The key is the table: rows lie in its order, and no second tree is written for each answer. Only SQLite needs to be told so, which
    // the migration builder cannot do.
    private static void CreateHistory(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE TABLE history (
                classroom INTEGER NOT NULL,
                position INTEGER NOT NULL,
                student INTEGER NOT NULL,
                item INTEGER NOT NULL,
                skills BLOB NOT NULL,
                score REAL NOT NULL,
                kind INTEGER NOT NULL,
                attempt INTEGER NOT NULL,
                first_attempt INTEGER NOT NULL,
                at INTEGER NOT NULL,
                received INTEGER NOT NULL,
                duration_ms INTEGER NOT NULL,
                hints INTEGER NOT NULL,
                response INTEGER NOT NULL,
                misconception INTEGER NOT NULL,
                form INTEGER NOT NULL,
                source INTEGER NOT NULL,
                sequence INTEGER NOT NULL,
                CONSTRAINT pk_history PRIMARY KEY (classroom, position)) WITHOUT ROWID
            """);
}
