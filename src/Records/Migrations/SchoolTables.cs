using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>What belongs to a school. Part of <see cref="M0001First"/>: never changed once released.</summary>
internal static class SchoolTables
{
    public static void Create(MigrationBuilder migration)
    {
        migration.CreateTable(
            "schools",
            table => new
            {
                key = table.Column<int>().Growing(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
            },
            constraints: table => table.PrimaryKey("pk_schools", row => row.key));
        migration.CreateIndex("ux_schools_id", "schools", "id", unique: true);

        migration.CreateTable(
            "adults",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
                email = table.Column<string>(maxLength: 254, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_adults", row => row.key);
                table.ForeignKey("fk_adults_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_adults_school_id", "adults", ["school", "id"], unique: true);

        migration.CreateTable(
            "api_keys",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                adult = table.Column<int>(),
                name = table.Column<string>(maxLength: 200),
                hash = table.Column<byte[]>(),
                scopes = table.Column<string>(),
                configured = table.Column<bool>(),
                created = table.Column<long>(),
                revoked = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_api_keys", row => row.key);
                table.ForeignKey("fk_api_keys_school", row => row.school, "schools", "key");
                table.ForeignKey("fk_api_keys_adult", row => row.adult, "adults", "key");
            });
        migration.CreateIndex("ux_api_keys_hash", "api_keys", "hash", unique: true);

        migration.CreateTable(
            "students",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_students", row => row.key);
                table.ForeignKey("fk_students_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_students_school_id", "students", ["school", "id"], unique: true);

        CreateProgression(migration);
        CreateItems(migration);
    }

    private static void CreateProgression(MigrationBuilder migration)
    {
        migration.CreateTable(
            "skills",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                name = table.Column<string>(maxLength: 200),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_skills", row => row.key);
                table.ForeignKey("fk_skills_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_skills_school_id", "skills", ["school", "id"], unique: true);

        migration.CreateTable(
            "prerequisites",
            table => new { skill = table.Column<int>(), prerequisite = table.Column<int>(), place = table.Column<int>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_prerequisites", row => new { row.skill, row.prerequisite });
                table.ForeignKey("fk_prerequisites_skill", row => row.skill, "skills", "key");
                table.ForeignKey("fk_prerequisites_prerequisite", row => row.prerequisite, "skills", "key");
            });

        migration.CreateTable(
            "misconceptions",
            table => new { key = table.Column<int>().Growing(), school = table.Column<int>(), id = table.Column<string>(maxLength: 64) },
            constraints: table =>
            {
                table.PrimaryKey("pk_misconceptions", row => row.key);
                table.ForeignKey("fk_misconceptions_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_misconceptions_school_id", "misconceptions", ["school", "id"], unique: true);
    }

    private static void CreateItems(MigrationBuilder migration)
    {
        migration.CreateTable(
            "items",
            table => new
            {
                key = table.Column<int>().Growing(),
                school = table.Column<int>(),
                id = table.Column<string>(maxLength: 64),
                kind = table.Column<int>(),
                options = table.Column<int>(),
                url = table.Column<string>(nullable: true),
                minutes = table.Column<double>(),
                learned = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_items", row => row.key);
                table.ForeignKey("fk_items_school", row => row.school, "schools", "key");
            });
        migration.CreateIndex("ux_items_school_id", "items", ["school", "id"], unique: true);

        migration.CreateTable(
            "item_skills",
            table => new { item = table.Column<int>(), skill = table.Column<int>(), place = table.Column<int>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_item_skills", row => new { row.item, row.skill });
                table.ForeignKey("fk_item_skills_item", row => row.item, "items", "key");
                table.ForeignKey("fk_item_skills_skill", row => row.skill, "skills", "key");
            });
        migration.CreateIndex("ix_item_skills_skill", "item_skills", "skill");
    }
}
