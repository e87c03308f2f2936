using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>What belongs to a classroom. Part of <see cref="M0001First"/>: never changed once released.</summary>
internal static class ClassroomTables
{
    public static void Create(MigrationBuilder migration)
    {
        migration.CreateTable(
            "classrooms",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
                partition = table.Column<int>(),
                revision = table.Column<long>(),
                ended = table.Column<bool>(),
                sequence = table.Column<long>(),
                records_source = table.Column<int>(),
                release_source = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_classrooms", row => row.key);
                table.ForeignKey("fk_classrooms_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_classrooms_school_id", "classrooms", ["school", "id"], unique: true);

        migration.CreateTable(
            "roster_lines",
            table => new { classroom = table.Column<int>(), student = table.Column<int>(), place = table.Column<int>(), ended = table.Column<bool>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_roster_lines", row => new { row.classroom, row.student });
                table.ForeignKey("fk_roster_lines_classroom", row => row.classroom, "classrooms", "key");
                table.ForeignKey("fk_roster_lines_student", row => row.student, "students", "key");
            });
        migration.CreateIndex("ix_roster_lines_student", "roster_lines", "student");

        migration.CreateTable(
            "classroom_skills",
            table => new { classroom = table.Column<int>(), skill = table.Column<int>(), place = table.Column<int>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_classroom_skills", row => new { row.classroom, row.skill });
                table.ForeignKey("fk_classroom_skills_classroom", row => row.classroom, "classrooms", "key");
                table.ForeignKey("fk_classroom_skills_skill", row => row.skill, "skills", "key");
            });
        migration.CreateIndex("ix_classroom_skills_skill", "classroom_skills", "skill");

        migration.CreateTable(
            "stations",
            table => new
            {
                key = table.Column<int>().Growing(),
                classroom = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
                number = table.Column<int>(),
                kind = table.Column<int>(),
                capacity = table.Column<int>(),
                adults = table.Column<int>(),
                materials = table.Column<string>(nullable: true),
                ended = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_stations", row => row.key);
                table.ForeignKey("fk_stations_classroom", row => row.classroom, "classrooms", "key");
            });
        migration.CreateIndex("ux_stations_classroom_id", "stations", ["classroom", "id"], unique: true);

        CreateChannels(migration);
    }

    private static void CreateChannels(MigrationBuilder migration)
    {
        migration.CreateTable(
            "sources",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                classroom = table.Column<int>(),
                name = table.Column<string>(maxLength: 64),
                created = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sources", row => row.key);
                table.ForeignKey("fk_sources_classroom", row => row.classroom, "classrooms", "key");
            });
        migration.CreateIndex("ux_sources_school_name", "sources", ["school", "name"], unique: true);

        migration.CreateTable(
            "outbox",
            table => new
            {
                id = table.Column<long>().Growing(),
                classroom = table.Column<int>(),
                sequence = table.Column<long>(),
                change = table.Column<string>(),
                created = table.Column<long>(),
                relayed_at = table.Column<long>(nullable: true),
                position = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_outbox", row => row.id);
                table.ForeignKey("fk_outbox_classroom", row => row.classroom, "classrooms", "key");
            });
        migration.CreateIndex("ux_outbox_classroom_sequence", "outbox", ["classroom", "sequence"], unique: true);
        migration.CreateIndex("ix_outbox_pending", "outbox", "id", filter: "relayed_at IS NULL");
    }
}
