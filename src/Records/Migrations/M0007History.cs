using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>
/// History in one tree: the key is the table, rows lie in its order, and no second tree is written for each answer. Skills become bytes; rows
/// that were kept before stay as they are, text, which their reader knows by its first byte.
/// </summary>
[DbContext(typeof(RecordsContext))]
[Migration("0007_History")]
internal sealed class M0007History : Migration
{
    private const string Columns =
        "classroom, position, student, item, skills, score, kind, attempt, first_attempt, at, received, duration_ms, hints, response, "
        + "misconception, form, source, sequence";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_history_student", "history");
        migrationBuilder.RenameTable("history", newName: "history_before");
        // The migration builder cannot say WITHOUT ROWID.
        migrationBuilder.Sql("""
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
        migrationBuilder.Sql(
            $"INSERT INTO history ({Columns}) SELECT {Columns.Replace("skills", "CAST(skills AS BLOB)", StringComparison.Ordinal)} FROM history_before ORDER BY classroom, position");
        migrationBuilder.DropTable("history_before");
    }
}
