using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Boards;
using LiveClass.Web.Joining;
using LiveClass.Web.Start;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveClass.Web.Demo.Play;

/// <summary>
/// Keeps the demo school alive: while a lesson runs in one of its rooms its students are there, over the same public surface as any
/// device; when it ends they leave. Seats whoever comes without a seat, as a teacher would, and marks who is absent.
/// </summary>
internal sealed class DemoPlay(
    DemoSchool school, LiveBoards boards, JoiningScreens joining, DemoTeacher teacher, IServer server, IHostApplicationLifetime lifetime, Scheduling time,
    ILogger<DemoPlay> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AbsentAfter = TimeSpan.FromMinutes(3);
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, DemoLesson> lessons = new(StringComparer.Ordinal);
    private Task playing = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => playing = time.Start(PlayAsync));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await playing.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task PlayAsync()
    {
        using var http = DemoHttp.To(Addresses.ForThisMachine(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        try
        {
            while (true)
            {
                foreach (var room in DemoRoom.All) await LookAsync(room, http);
                await time.Delay(Look, stopping.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }

        foreach (var lesson in lessons.Values) await lesson.DisposeAsync();
    }

    private async Task LookAsync(DemoRoom room, HttpClient http)
    {
        try
        {
            var classroom = await school.FindAsync(room.Id, stopping.Token);
            var board = classroom is null ? null : await boards.ReadAsync(classroom.Key, stopping.Token);
            var running = board is null ? null : LessonsNow.RunningOn(board);
            if (lessons.TryGetValue(room.Id, out var lesson) && !lesson.Is(classroom?.Key, running))
            {
                lessons.Remove(room.Id);
                await lesson.DisposeAsync();
                lesson = null;
            }

            if (running is not { } now) return;
            lesson ??= await BeginAsync(room, classroom!, board!, now, http);
            await MindAsync(lesson, classroom!, board!);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !stopping.IsCancellationRequested)
        {
            // The school goes on without this look; the next is in a second.
            DemoLog.LookFailed(logger, failure, room.Id);
        }
    }

    private async Task<DemoLesson> BeginAsync(DemoRoom room, ClassroomRecord classroom, BoardView board, LessonKey now, HttpClient http)
    {
        var link = (await joining.ViewAsync(classroom, now, stopping.Token)).Link!;
        var here = board.Students.Where(student => student.Presence is Presence.Here or Presence.OnBreak).Select(student => student.Id).ToHashSet(StringComparer.Ordinal);
        var lesson = new DemoLesson(room, classroom.Key, now, link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], here, http, time);
        lessons[room.Id] = lesson;
        DemoLog.Begun(logger, room.Id, now.Value);
        return lesson;
    }

    private async Task MindAsync(DemoLesson lesson, ClassroomRecord classroom, BoardView board)
    {
        var since = time.Time.GetElapsedTime(lesson.Began);
        foreach (var student in lesson.Room.Students)
        {
            if (lesson.Minded.Contains(student.Id) || board.Students.FirstOrDefault(known => known.Id == student.Id) is not { } seen) continue;
            var key = classroom.Student(student.Id)!.Key;
            ClassroomCommand? command = seen switch
            {
                { Presence: Presence.Here, Station: null } when student.Station is not null => new MoveToStation(key, classroom.Station(student.Station)!.Key),
                { Presence: Presence.Expected } when student.Habit == DemoHabit.Absent && since > AbsentAfter => new MarkPresence(key, Presence.Absent),
                _ => null,
            };
            if (command is null) continue;
            lesson.Minded.Add(student.Id);
            await teacher.SendAsync(classroom, command, stopping.Token);
            if (student.Habit == DemoHabit.WheelSpinning && !lesson.Room.Targets.Contains(student.Weak!))
                await teacher.SendAsync(classroom, new OverrideNextStep(key, classroom.Skill(student.Weak!)!.Key, default, Instant.None), stopping.Token);
        }
    }
}
