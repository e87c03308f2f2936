using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;

namespace LiveClass.Tests.Unit.Records;

public sealed class ItemTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task New_items_are_told_to_each_classroom_that_uses_one_of_their_skills()
    {
        var first = await records.WithClassroomAsync("6a");
        var second = await records.WithClassroomAsync("7b");
        await records.PutAsync("8c", new() { Skills = [new("k9")] });
        var result = await PutAsync(new ItemPut("i1", ["k0", "k1"], EvidenceKind.Formative, 4, "https://example.org/i1", 2.5));
        Assert.Equal(PutKind.Created, result.Kind);
        Assert.True(records.Store.Items.TryFind(records.School, "i1", out var item));
        Assert.Equal((EvidenceKind.Formative, 4, "https://example.org/i1", 2.5, false), (item.Kind, item.Options, item.Url, item.Minutes, item.Learned));
        var told = result.Outbox.Where(row => row.Change is ItemsConfigured).ToList();
        Assert.Equal([first.Key, second.Key], told.Select(row => row.Classroom));
        var line = Assert.Single(((ItemsConfigured)told[0].Change).Items);
        Assert.Equal((item.Key, EvidenceKind.Formative, 4, 2.5), (line.Item, line.Kind, line.Options, line.Minutes));
        Assert.Equal([first.Skill("k0")!.Key, first.Skill("k1")!.Key], line.Skills.AsEnumerable());
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_absent_keys_stay()
    {
        await records.WithClassroomAsync();
        await PutAsync(new ItemPut("i1", ["k0"], EvidenceKind.Summative, 4, "/items/i1", 2));
        var pending = (await records.Store.Outbox.PendingAsync(100)).Count;
        Assert.Equal(PutKind.Unchanged, (await PutAsync(new ItemPut("i1", ["k0"], EvidenceKind.Summative, 4, "/items/i1", 2))).Kind);
        Assert.Equal(pending, (await records.Store.Outbox.PendingAsync(100)).Count);
        Assert.Equal(PutKind.Updated, (await PutAsync(new ItemPut("i1", Options: 5))).Kind);
        Assert.True(records.Store.Items.TryFind(records.School, "i1", out var item));
        Assert.Equal((EvidenceKind.Summative, 5, "/items/i1", 2d), (item.Kind, item.Options, item.Url, item.Minutes));
    }

    [Fact]
    public async Task A_classroom_hears_of_an_item_that_loses_its_skill()
    {
        await records.PutAsync("6a", new() { Skills = [new("k0")] });
        await records.PutAsync("7b", new() { Skills = [new("k1")] });
        await PutAsync(new ItemPut("i1", ["k0"]));
        var moved = await PutAsync(new ItemPut("i1", ["k1"]));
        var (old, now) = (await records.FindAsync("6a"), await records.FindAsync("7b"));
        foreach (var classroom in new[] { old, now })
        {
            var told = moved.Outbox.Last(row => row.Classroom == classroom.Key);
            Assert.Equal([now.Skills[0].Key], Assert.IsType<ItemsConfigured>(told.Change).Items[0].Skills.AsEnumerable());
        }
    }

    [Fact]
    public async Task A_classroom_that_gains_a_skill_gets_its_items_in_chunks_of_500()
    {
        await records.PutAsync("6a", new() { Skills = [new("k0"), new("k1")] });
        var body = Enumerable.Range(0, 1_001).Select(i => new ItemPut($"i{i}", ["k1"])).Append(new("other", ["k0"]));
        await records.Store.ItemWriter.PutAsync(records.School, new([.. body]));
        var made = await records.PutAsync("7b", new() { Skills = [new("k1")] });
        Assert.Equal([500, 500, 1], made.Outbox.Select(row => row.Change).OfType<ItemsConfigured>().Select(change => change.Items.Length));
        Assert.Equal([1L, 2, 3, 4], made.Outbox.Select(row => row.Sequence));
        var gained = await records.PutAsync("7b", new() { Skills = [new("k1"), new("k0")] });
        Assert.Equal(["other"], gained.Outbox.Skip(4).Select(row => row.Change).OfType<ItemsConfigured>().SelectMany(change => change.Items)
            .Select(line => records.Store.Items.ByKey(line.Item)!.Id));
    }

    public static TheoryData<string, ItemPut> Bodies => new()
    {
        { PutRefusal.BadId, new("i 1", ["k0"]) },
        { PutRefusal.MissingField, new("i1") },
        { PutRefusal.MissingField, new("i1", []) },
        { PutRefusal.UnknownSkill, new("i1", ["nobody"]) },
        { PutRefusal.DuplicateId, new("i1", ["k0", "k0"]) },
        { PutRefusal.TooMany, new("i1", ["a", "b", "c", "d", "e", "f", "g", "h", "i"]) },
        { PutRefusal.BadNumber, new("i1", ["k0"], EvidenceKind.Observed) },
        { PutRefusal.BadNumber, new("i1", ["k0"], Options: -1) },
        { PutRefusal.BadNumber, new("i1", ["k0"], Minutes: double.NaN) },
        { PutRefusal.BadUrl, new("i1", ["k0"], Url: "javascript:alert(1)") },
        { PutRefusal.BadUrl, new("i1", ["k0"], Url: "//elsewhere.example/x") },
        { PutRefusal.BadUrl, new("i1", ["k0"], Url: "/\\elsewhere.example") },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_item_is_refused_with_its_code_and_nothing_is_taken(string code, ItemPut item)
    {
        await records.WithClassroomAsync();
        var result = await PutAsync(new ItemPut("good", ["k0"]), item);
        Assert.Equal((PutKind.Refused, code), (result.Kind, result.Refusal?.Code));
        Assert.False(records.Store.Items.TryFind(records.School, "good", out _));
    }

    [Fact]
    public async Task Unknown_items_that_many_name_at_once_are_learned_once()
    {
        var classroom = await records.WithClassroomAsync();
        var skills = new[] { classroom.Skills[0].Key };
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(caller =>
            records.Store.Items.FindOrLearnAsync(records.School, [new($"i{caller % 7}", skills), new("shared", skills)]).AsTask()));
        Assert.Single(all.Select(found => found[1].Key).Distinct());
        Assert.Equal(8, all.SelectMany(found => found).Select(item => item.Key).Distinct().Count());
        Assert.All(all.SelectMany(found => found), item => Assert.True(item.Learned));
        records.Reopen();
        Assert.True(records.Store.Items.TryFindUtf8(records.School, "shared"u8, out var item));
        Assert.Equal((all[0][1].Key, true), (item.Key, item.Learned));
        Assert.Equal(skills, item.Skills.AsEnumerable());
    }

    [Fact]
    public async Task A_learned_item_is_not_told_until_it_is_configured()
    {
        var classroom = await records.WithClassroomAsync();
        var learned = await records.Store.Items.FindOrLearnAsync(records.School, [new("i1", [classroom.Skills[0].Key])]);
        var other = await records.PutAsync("7b", new() { Skills = [new("k0")] });
        Assert.DoesNotContain(other.Outbox, row => row.Change is ItemsConfigured);
        var result = await PutAsync(new ItemPut("i1", Kind: EvidenceKind.Interim));
        Assert.Equal(2, result.Outbox.Count(row => row.Change is ItemsConfigured));
        Assert.Equal(learned[0].Key, records.Store.Items.ByKey(learned[0].Key)!.Key);
        Assert.False(records.Store.Items.ByKey(learned[0].Key)!.Learned);
    }

    [Fact]
    public async Task An_unknown_item_without_a_skill_is_not_learned() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await records.Store.Items.FindOrLearnAsync(records.School, [new("i1", [])]));

    [Fact]
    public async Task Items_of_another_school_are_not_found()
    {
        var classroom = await records.WithClassroomAsync();
        await records.Store.Items.FindOrLearnAsync(records.School, [new("i1", [classroom.Skills[0].Key])]);
        var other = await records.Store.Schools.FindOrCreateAsync("other");
        Assert.False(records.Store.Items.TryFind(other.Key, "i1", out _));
    }

    private Task<PutResult> PutAsync(params ItemPut[] items) => records.Store.ItemWriter.PutAsync(records.School, new(items));
}
