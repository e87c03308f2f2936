using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LiveClass.Records.Model;

/// <summary>The tables for EF: one model for SQLite and PostgreSQL. Names are lower case, so that SQL beside the hot paths needs no quotes.</summary>
internal sealed class RecordsContext(DbContextOptions<RecordsContext> options) : DbContext(options)
{
    public DbSet<SchoolRow> Schools => Set<SchoolRow>();
    public DbSet<AdultRow> Adults => Set<AdultRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();
    public DbSet<ClassroomRow> Classrooms => Set<ClassroomRow>();
    public DbSet<StudentRow> Students => Set<StudentRow>();
    public DbSet<RosterLineRow> RosterLines => Set<RosterLineRow>();
    public DbSet<SkillRow> Skills => Set<SkillRow>();
    public DbSet<PrerequisiteRow> Prerequisites => Set<PrerequisiteRow>();
    public DbSet<ClassroomSkillRow> ClassroomSkills => Set<ClassroomSkillRow>();
    public DbSet<StationRow> Stations => Set<StationRow>();
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<ItemSkillRow> ItemSkills => Set<ItemSkillRow>();
    public DbSet<MisconceptionRow> Misconceptions => Set<MisconceptionRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<OutboxEntryRow> Outbox => Set<OutboxEntryRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<AnswerRow> History => Set<AnswerRow>();
    public DbSet<ClassCodeRow> ClassCodes => Set<ClassCodeRow>();
    public DbSet<LobbyRow> Lobby => Set<LobbyRow>();
    public DbSet<DeviceTokenRow> DeviceTokens => Set<DeviceTokenRow>();
    public DbSet<WallPairingRow> WallPairings => Set<WallPairingRow>();
    public DbSet<NoteRow> Notes => Set<NoteRow>();
    public DbSet<CoachNamesRow> CoachNames => Set<CoachNamesRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<PlanTargetRow> PlanTargets => Set<PlanTargetRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<SchoolRow>().ToTable("schools").HasKey(row => row.Key);
        model.Entity<AdultRow>().ToTable("adults").HasKey(row => row.Key);
        model.Entity<ApiKeyRow>().ToTable("api_keys").HasKey(row => row.Key);
        model.Entity<AccountRow>().ToTable("accounts").HasKey(row => row.Adult);
        model.Entity<AccountRow>().Property(row => row.Adult).ValueGeneratedNever();
        model.Entity<MembershipRow>().ToTable("memberships").HasKey(row => new { row.Classroom, row.Adult });
        model.Entity<ClassroomRow>().ToTable("classrooms").HasKey(row => row.Key);
        model.Entity<StudentRow>().ToTable("students").HasKey(row => row.Key);
        model.Entity<RosterLineRow>().ToTable("roster_lines").HasKey(row => new { row.Classroom, row.Student });
        model.Entity<SkillRow>().ToTable("skills").HasKey(row => row.Key);
        model.Entity<PrerequisiteRow>().ToTable("prerequisites").HasKey(row => new { row.Skill, row.Prerequisite });
        model.Entity<ClassroomSkillRow>().ToTable("classroom_skills").HasKey(row => new { row.Classroom, row.Skill });
        model.Entity<StationRow>().ToTable("stations").HasKey(row => row.Key);
        model.Entity<ItemRow>().ToTable("items").HasKey(row => row.Key);
        model.Entity<ItemSkillRow>().ToTable("item_skills").HasKey(row => new { row.Item, row.Skill });
        model.Entity<MisconceptionRow>().ToTable("misconceptions").HasKey(row => row.Key);
        model.Entity<SourceRow>().ToTable("sources").HasKey(row => row.Key);
        model.Entity<OutboxEntryRow>().ToTable("outbox").HasKey(row => row.Id);
        model.Entity<TextRow>().ToTable("texts").HasKey(row => row.Key);
        model.Entity<AnswerRow>().ToTable("history").HasKey(row => new { row.Classroom, row.Position });
        model.Entity<ClassCodeRow>().ToTable("class_codes").HasKey(row => row.Classroom);
        model.Entity<ClassCodeRow>().Property(row => row.Classroom).ValueGeneratedNever();
        model.Entity<LobbyRow>().ToTable("lobby").HasKey(row => row.Number);
        model.Entity<DeviceTokenRow>().ToTable("device_tokens").HasKey(row => row.Number);
        model.Entity<WallPairingRow>().ToTable("wall_pairings").HasKey(row => row.Code);
        model.Entity<NoteRow>().ToTable("notes").HasKey(row => new { row.Classroom, row.Position });
        model.Entity<CoachNamesRow>().ToTable("coach_names").HasKey(row => row.Classroom);
        model.Entity<CoachNamesRow>().Property(row => row.Classroom).ValueGeneratedNever();
        model.Entity<PlanRow>().ToTable("plans").HasKey(row => row.Number);
        model.Entity<PlanTargetRow>().ToTable("plan_targets").HasKey(row => new { row.Plan, row.Place });
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
            if (entity.FindPrimaryKey()!.Properties.Count == 1) continue;
            foreach (var part in entity.FindPrimaryKey()!.Properties) part.ValueGenerated = ValueGenerated.Never;
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
