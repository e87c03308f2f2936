using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Joining;

/// <summary>The codes that let students join: one pair a classroom, made when a lesson's is first asked for, replaced by the next lesson's.</summary>
public sealed class ClassCodeStore
{
    private const string Put = """
        INSERT INTO class_codes (classroom, lesson, typed, link, created) VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT (classroom) DO UPDATE SET lesson = excluded.lesson, typed = excluded.typed, link = excluded.link, created = excluded.created
        """;

    private const string TypedBy = "SELECT classroom FROM class_codes WHERE typed = @p0";

    private const string Find1 = "SELECT lesson, typed, link FROM class_codes WHERE classroom = @p0";

    private readonly WriteLane lane;
    private readonly TimeProvider time;
    private ImmutableDictionary<int, ClassCode> byClassroom;
    private ImmutableDictionary<string, ClassCode> byText;

    internal ClassCodeStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.time = time;
        var rows = file.Read(context => context.ClassCodes.AsNoTracking().ToList());
        byClassroom = rows.Select(Of).ToImmutableDictionary(code => code.Classroom.Value);
        byText = byClassroom.Values.SelectMany(code => new[] { (code.Typed, code), (code.Link, code) })
            .ToImmutableDictionary(pair => pair.Item1, pair => pair.code, StringComparer.Ordinal);
    }

    /// <summary>The codes with this text, typed or from a link; null where there are none. Says nothing of whether their lesson still runs.</summary>
    public FoundCode? Find(string text)
    {
        if (byText.TryGetValue(text, out var exact) && exact.Link == text) return new FoundCode(exact, ByLink: true);
        return CodeWords.Normal(text) is { } typed && byText.TryGetValue(typed, out var found) ? new FoundCode(found, ByLink: false) : null;
    }

    /// <summary>A lesson's codes, made where it has none yet. Durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; ask again.</exception>
    public ValueTask<ClassCode> ForLessonAsync(ClassroomKey classroom, LessonKey lesson, CancellationToken cancellation = default) =>
        byClassroom.TryGetValue(classroom.Value, out var known) && known.Lesson == lesson
            ? ValueTask.FromResult(known)
            : new ValueTask<ClassCode>(lane.RunAsync(2, connection => Write(connection, classroom, lesson), Remember, cancellation));

    private ClassCode Write(LaneConnection connection, ClassroomKey classroom, LessonKey lesson)
    {
        // Somebody else may have asked first; a later lesson's codes stay.
        var there = connection.First(
            Find1, row => (Lesson: row.GetInt64(0), Typed: row.GetString(1), Link: row.GetString(2)), classroom.Value);
        if (there is { } known && known.Lesson >= lesson.Value) return new ClassCode(classroom, new LessonKey(known.Lesson), known.Typed, known.Link);
        string typed;
        do typed = CodeWords.Next();
        while (connection.Number(TypedBy, typed) is not null);
        var code = new ClassCode(classroom, lesson, typed, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(8)));
        connection.Run(Put, classroom.Value, lesson.Value, code.Typed, code.Link, Instant.Of(time.GetUtcNow()).Milliseconds);
        return code;
    }

    private void Remember(ClassCode code)
    {
        if (byClassroom.TryGetValue(code.Classroom.Value, out var before)) byText = byText.Remove(before.Typed).Remove(before.Link);
        byClassroom = byClassroom.SetItem(code.Classroom.Value, code);
        byText = byText.SetItem(code.Typed, code).SetItem(code.Link, code);
    }

    private static ClassCode Of(ClassCodeRow row) => new(new(row.Classroom), new(row.Lesson), row.Typed, row.Link);
}
