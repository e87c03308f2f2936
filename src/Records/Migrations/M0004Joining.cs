using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>Joining a lesson: class codes, the lobby, what devices and walls were given. Never changed once released.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0004_Joining")]
internal sealed class M0004Joining : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "class_codes",
            table => new
            {
                classroom = table.Column<int>(),
                lesson = table.Column<long>(),
                typed = table.Column<string>(maxLength: 64),
                link = table.Column<string>(maxLength: 64),
                created = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_class_codes", row => row.classroom));
        migrationBuilder.CreateIndex("ux_class_codes_typed", "class_codes", "typed", unique: true);
        migrationBuilder.CreateIndex("ux_class_codes_link", "class_codes", "link", unique: true);

        migrationBuilder.CreateTable(
            "lobby",
            table => new
            {
                number = table.Column<int>().Growing(),
                classroom = table.Column<int>(),
                lesson = table.Column<long>(),
                device = table.Column<string>(maxLength: 64),
                admission = table.Column<int>(),
                since = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_lobby", row => row.number));
        migrationBuilder.CreateIndex("ux_lobby_device", "lobby", ["classroom", "lesson", "device"], unique: true);

        migrationBuilder.CreateTable(
            "device_tokens",
            table => new
            {
                number = table.Column<int>().Growing(),
                hash = table.Column<byte[]>(),
                kind = table.Column<int>(),
                school = table.Column<int>(),
                classroom = table.Column<int>(),
                lesson = table.Column<long>(),
                student = table.Column<int>(),
                source = table.Column<string>(maxLength: 64, nullable: true),
                device = table.Column<string>(maxLength: 64),
                language = table.Column<string>(maxLength: 8, nullable: true),
                created = table.Column<long>(),
                expires = table.Column<long>(),
                ended = table.Column<long>(),
                reason = table.Column<string>(maxLength: 64, nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_device_tokens", row => row.number));
        migrationBuilder.CreateIndex("ux_device_tokens_hash", "device_tokens", "hash", unique: true);
        migrationBuilder.CreateIndex("ix_device_tokens_lesson", "device_tokens", ["classroom", "lesson", "student"]);
        migrationBuilder.CreateIndex("ix_device_tokens_device", "device_tokens", "device");
        migrationBuilder.CreateIndex("ix_device_tokens_expires", "device_tokens", "expires");

        migrationBuilder.CreateTable(
            "wall_pairings",
            table => new
            {
                code = table.Column<string>(maxLength: 16),
                claim = table.Column<string>(maxLength: 64),
                created = table.Column<long>(),
                classroom = table.Column<int>(),
                lesson = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_wall_pairings", row => row.code));
        migrationBuilder.CreateIndex("ux_wall_pairings_claim", "wall_pairings", "claim", unique: true);
    }
}
