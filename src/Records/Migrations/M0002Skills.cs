using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>How skills are called on a tile, in a standard and in Spanish. Never changed once released.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0002_Skills")]
internal sealed class M0002Skills : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("tile", "skills", maxLength: 24, nullable: true);
        migrationBuilder.AddColumn<string>("code", "skills", maxLength: 64, nullable: true);
        migrationBuilder.AddColumn<string>("name_es", "skills", maxLength: 200, nullable: true);
    }
}
