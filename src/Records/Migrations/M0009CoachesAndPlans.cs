using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveClass.Records.Migrations;

/// <summary>Where coaches see names, and lessons that are planned.</summary>
[DbContext(typeof(RecordsContext))]
[Migration("0009_CoachesAndPlans")]
internal sealed class M0009CoachesAndPlans : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "coach_names",
            table => new { classroom = table.Column<int>(), since = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_coach_names", row => row.classroom));

        migrationBuilder.CreateTable(
            "plans",
            table => new
            {
                number = table.Column<int>().Growing(),
                classroom = table.Column<int>(),
                title = table.Column<string>(maxLength: 200, nullable: true),
                starts = table.Column<long>(),
                ends = table.Column<long>(),
                used = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_plans", row => row.number));
        migrationBuilder.CreateIndex("ix_plans_classroom", "plans", ["classroom", "starts"]);

        migrationBuilder.CreateTable(
            "plan_targets",
            table => new { plan = table.Column<int>(), place = table.Column<int>(), skill = table.Column<int>() },
            constraints: table => table.PrimaryKey("pk_plan_targets", row => new { row.plan, row.place }));
    }
}
