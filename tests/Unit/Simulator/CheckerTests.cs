using LiveClass.Simulator.Checking;

namespace LiveClass.Tests.Unit.Simulator;

/// <summary>The checker is shown a sound record, then the same with one fault planted, which it must find, and nothing else.</summary>
public sealed class CheckerTests
{
    private readonly List<AcknowledgedAnswer> acknowledged = [];
    private readonly List<LoggedAnswer> logged = [];
    private readonly List<CountedAnswer> counted = [];
    private readonly List<QuarantinedEntry> quarantined = [];
    private readonly List<StateHashes> hashes = [new("c1", "aa", "aa"), new("c2", "bb", "bb")];

    public CheckerTests()
    {
        // Three sources over two partitions, interleaved; each third answer came twice into the log, as a repeated batch does.
        long[] positions = [1, 1];
        for (var sequence = 1L; sequence <= 30; sequence++)
        {
            foreach (var (source, partition) in new[] { ("a", 0), ("b", 0), ("c", 1) })
            {
                var entry = new LoggedAnswer(partition, positions[partition]++, source, sequence, Print(source, sequence));
                acknowledged.Add(new AcknowledgedAnswer(source, sequence, entry.Fingerprint));
                logged.Add(entry);
                counted.Add(new CountedAnswer(partition, entry.Position, source, sequence));
                if (sequence % 3 == 0) logged.Add(entry with { Position = positions[partition]++ });
            }
        }
    }

    [Fact]
    public void A_sound_record_has_no_findings() => Assert.Empty(Check());

    [Fact]
    public void What_was_logged_and_never_acknowledged_must_be_counted_all_the_same()
    {
        acknowledged.RemoveAt(10);
        Assert.Empty(Check());
    }

    [Fact]
    public void An_acknowledged_answer_that_is_not_in_the_log_is_lost()
    {
        logged.RemoveAll(static answer => answer is { Source: "b", Sequence: 7 });
        counted.RemoveAll(static answer => answer is { Source: "b", Sequence: 7 });
        Expect(FindingKind.Lost, "b", 7);
    }

    [Fact]
    public void A_logged_answer_that_is_not_counted_is_lost()
    {
        counted.RemoveAll(static answer => answer is { Source: "a", Sequence: 12 });
        Expect(FindingKind.Lost, "a", 12);
    }

    [Fact]
    public void A_logged_answer_that_nobody_heard_of_is_lost_when_it_is_not_counted()
    {
        acknowledged.RemoveAll(static answer => answer is { Source: "a", Sequence: 12 });
        counted.RemoveAll(static answer => answer is { Source: "a", Sequence: 12 });
        Expect(FindingKind.Lost, "a", 12);
    }

    [Fact]
    public void An_answer_counted_at_both_its_entries_is_doubled()
    {
        var repeat = logged.FindLast(static answer => answer is { Source: "c", Sequence: 30 });
        counted.Add(new CountedAnswer(repeat.Partition, repeat.Position, "c", 30));
        Assert.Contains(Check(), static finding => finding is { Kind: FindingKind.Doubled, Source: "c", Sequence: 30 });
    }

    [Fact]
    public void An_answer_counted_twice_at_one_entry_is_doubled()
    {
        counted.Add(counted[^1]);
        Expect(FindingKind.Doubled, "c", 30);
    }

    [Fact]
    public void Another_body_than_the_one_acknowledged_is_a_change()
    {
        var at = logged.FindIndex(static answer => answer is { Source: "a", Sequence: 5 });
        logged[at] = logged[at] with { Fingerprint = 1 };
        Expect(FindingKind.Changed, "a", 5);
    }

    [Fact]
    public void Two_effects_of_one_source_that_changed_places_are_out_of_order()
    {
        var first = counted.FindIndex(static answer => answer is { Source: "b", Sequence: 4 });
        var second = counted.FindIndex(static answer => answer is { Source: "b", Sequence: 5 });
        (counted[first], counted[second]) = (counted[second], counted[first]);
        var finding = Assert.Single(Check());
        Assert.Equal((FindingKind.OutOfOrder, "b"), (finding.Kind, finding.Source));
    }

    [Fact]
    public void A_repeat_that_was_counted_in_place_of_the_first_is_out_of_order()
    {
        var repeat = logged.FindLast(static answer => answer is { Source: "a", Sequence: 30 });
        var at = counted.FindIndex(static answer => answer is { Source: "a", Sequence: 30 });
        counted[at] = counted[at] with { Position = repeat.Position };
        Expect(FindingKind.OutOfOrder, "a", 30);
    }

    [Fact]
    public void An_effect_without_an_entry_is_unfounded()
    {
        counted.Add(new CountedAnswer(0, 9999, "a", 31));
        Expect(FindingKind.Unfounded, "a", 31);
    }

    [Fact]
    public void A_state_that_is_no_fold_of_the_log_differs()
    {
        hashes[1] = hashes[1] with { Kept = "cc" };
        Expect(FindingKind.StateDiffers, "c2", 0);
    }

    [Fact]
    public void What_is_in_quarantine_is_not_lost_and_leaves_room_for_a_later_entry()
    {
        var entry = logged.Find(static answer => answer is { Source: "a", Sequence: 6 });
        var repeat = logged.FindLast(static answer => answer is { Source: "a", Sequence: 6 });
        quarantined.Add(new QuarantinedEntry(entry.Partition, entry.Position));
        var at = counted.FindIndex(static answer => answer is { Source: "a", Sequence: 6 });
        counted[at] = counted[at] with { Position = repeat.Position };
        Assert.Empty(Check());

        quarantined.Add(new QuarantinedEntry(repeat.Partition, repeat.Position));
        counted.RemoveAt(at);
        Assert.Empty(Check());
    }

    [Fact]
    public void Same_number_with_another_body_in_quarantine_changes_nothing()
    {
        logged.Add(new LoggedAnswer(0, 5000, "a", 3, 42));
        quarantined.Add(new QuarantinedEntry(0, 5000));
        Assert.Empty(Check());
    }

    private IReadOnlyList<Finding> Check() => Checker.Check(new CheckedRecords
    {
        Acknowledged = acknowledged,
        Logged = logged,
        Counted = counted,
        Quarantined = quarantined,
        Hashes = [.. hashes],
    });

    private void Expect(FindingKind kind, string source, long sequence)
    {
        var finding = Assert.Single(Check());
        Assert.Equal((kind, source, sequence), (finding.Kind, finding.Source, finding.Sequence));
    }

    private static ulong Print(string source, long sequence) =>
        AnswerFingerprint.Of("c1", source, $"i{sequence}", ["k1"], sequence % 2, "practice", 1, 0, -1);
}
