using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>Adults who sign in, and the classrooms that each one sees.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0003_People")]
internal sealed class M0003People : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts",
            table => new
            {
                adult = table.Column<int>(),
                user_name = table.Column<string>(maxLength: 254),
                sign_in = table.Column<string>(maxLength: 254),
                role = table.Column<int>(),
                password = table.Column<string>(nullable: true),
                stamp = table.Column<string>(maxLength: 64),
                version = table.Column<long>(),
                failures = table.Column<int>(),
                locked_until = table.Column<long>(),
                disabled = table.Column<long>(),
                language = table.Column<string>(maxLength: 16, nullable: true),
                invitation = table.Column<byte[]>(nullable: true),
                invited_until = table.Column<long>(),
                created = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_accounts", row => row.adult);
                table.ForeignKey("fk_accounts_adult", row => row.adult, "adults", "key");
            });
        migrationBuilder.CreateIndex("ux_accounts_sign_in", "accounts", "sign_in", unique: true);

        migrationBuilder.CreateTable(
            "memberships",
            table => new { classroom = table.Column<int>(), adult = table.Column<int>(), since = table.Column<long>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_memberships", row => new { row.classroom, row.adult });
                table.ForeignKey("fk_memberships_classroom", row => row.classroom, "classrooms", "key");
                table.ForeignKey("fk_memberships_adult", row => row.adult, "adults", "key");
            });
        migrationBuilder.CreateIndex("ix_memberships_adult", "memberships", "adult");
    }
}
