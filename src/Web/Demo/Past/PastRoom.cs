using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Records.Classrooms;
using LiveClass.Simulator.Demo;

namespace LiveClass.Web.Demo.Past;

/// <summary>A demo classroom as Records have it before its past is written.</summary>
/// <param name="Room">Who and what.</param>
/// <param name="Record">Its keys.</param>
/// <param name="Teacher">Its teacher.</param>
/// <param name="Configuration">What its grain must know first.</param>
/// <param name="Sources">Each student's outbox of the past, by student id.</param>
/// <param name="Items">The items of each skill, by skill id.</param>
internal sealed record PastRoom(
    DemoRoom Room, ClassroomRecord Record, AdultKey Teacher, ImmutableArray<RecordsEntry> Configuration,
    IReadOnlyDictionary<string, SourceKey> Sources, IReadOnlyDictionary<string, ImmutableArray<PastItem>> Items)
{
    /// <summary>The key of a skill.</summary>
    public SkillKey Skill(string id) => Record.Skill(id)!.Key;

    /// <summary>The students of the demo by place on the list, from 1.</summary>
    public DemoStudent Place(int place) => Room.Students[place - 1];

    /// <summary>The key of a student.</summary>
    public StudentKey Key(DemoStudent student) => Record.Student(student.Id)!.Key;
}

/// <summary>An item with its key.</summary>
internal readonly record struct PastItem(string Id, ItemKey Key);
