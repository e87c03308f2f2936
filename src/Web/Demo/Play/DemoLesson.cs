using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Simulator.Demo;

namespace LiveClass.Web.Demo.Play;

/// <summary>The students of one classroom during one lesson: each with its device, until the lesson is over.</summary>
internal sealed class DemoLesson : IAsyncDisposable
{
    private const int Seed = 1;
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(4);
    private readonly CancellationTokenSource over = new();
    private readonly (ClassroomKey? Classroom, LessonKey? Lesson) lessonOf;
    private readonly Task students;

    /// <summary>They come.</summary>
    /// <param name="room">The room.</param>
    /// <param name="classroom">Its classroom.</param>
    /// <param name="lesson">Its lesson.</param>
    /// <param name="code">The code of the lesson's link.</param>
    /// <param name="here">Students who are here already: their devices come back at once.</param>
    /// <param name="http">Reaches the server.</param>
    /// <param name="time">Where it runs.</param>
    public DemoLesson(DemoRoom room, ClassroomKey classroom, LessonKey lesson, string code, IReadOnlySet<string> here, HttpClient http, Scheduling time)
    {
        (Room, lessonOf, Began) = (room, (classroom, lesson), time.Time.GetTimestamp());
        students = Task.WhenAll(room.Students.Where(student => student.Habit != DemoHabit.Absent || here.Contains(student.Id)).Select(student =>
            time.Start(() => LiveAsync(new DemoDevice(room, student, new DemoLearner(room, student, Seed), http, time.Time), code, Comes(student, here)))));
    }

    /// <summary>The room.</summary>
    public DemoRoom Room { get; }

    /// <summary>True while this is the lesson that runs.</summary>
    public bool Is(ClassroomKey? classroom, LessonKey? lesson) => lessonOf == (classroom, lesson);

    /// <summary>When the play began, as a timestamp of the clock.</summary>
    public long Began { get; }

    /// <summary>Students whom somebody has seated or marked for this lesson: it is not done twice, whatever the teacher does then.</summary>
    public HashSet<string> Minded { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await students;
        over.Dispose();
    }

    private static TimeSpan Comes(DemoStudent student, IReadOnlySet<string> here)
    {
        var place = DemoMoments.PlaceOf(student);
        if (here.Contains(student.Id)) return BackWithin * (place / 30.0);
        return student.Habit == DemoHabit.Late ? DemoMoments.Late : TimeSpan.FromSeconds(3 + (place * 17 % 45));
    }

    private async Task LiveAsync(DemoDevice device, string code, TimeSpan comes)
    {
        try
        {
            await device.LiveAsync(code, comes, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The bell rang.
        }
    }
}
