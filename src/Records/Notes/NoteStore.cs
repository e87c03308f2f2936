using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Lane;
using LiveClass.Records.Texts;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Notes;

/// <summary>Notes by classroom. Written by a reactor, at least once: a position's row replaces itself.</summary>
public sealed class NoteStore
{
    private const string Put = """
        INSERT INTO notes (classroom, position, partition, student, skill, text, visible_to, by_kind, by_key, at)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
        ON CONFLICT (classroom, position) DO UPDATE SET partition = excluded.partition, student = excluded.student, skill = excluded.skill,
            text = excluded.text, visible_to = excluded.visible_to, by_kind = excluded.by_kind, by_key = excluded.by_key, at = excluded.at
        """;

    private const string Remove = "DELETE FROM notes WHERE classroom = @p0 AND position = @p1";

    private readonly WriteLane lane;
    private readonly RecordsFile file;

    internal NoteStore(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        this.file = file;
    }

    /// <summary>Keeps notes with their texts, and forgets those that were taken back. Durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task WriteAsync(
        IReadOnlyList<Note> added, IReadOnlyList<(ClassroomKey Classroom, long Position)> withdrawn, CancellationToken cancellation = default) =>
        await lane.RunAsync(
            added.Count + withdrawn.Count,
            connection =>
            {
                foreach (var note in added)
                {
                    connection.Run(
                        Put, note.Classroom.Value, note.Position, note.Partition, note.Student.Value, note.Skill.Value, note.Text.Value,
                        (int)note.VisibleTo, (int)note.By.Kind, note.By.Key, note.At.Milliseconds);
                    connection.Run(TextStore.Link, note.Text.Value);
                }

                foreach (var (classroom, position) in withdrawn) connection.Run(Remove, classroom.Value, position);
                return 0;
            },
            committed: null,
            cancellation);

    /// <summary>Notes of a classroom (about one student of it) that somebody may read, newest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async Task<IReadOnlyList<Note>> ReadAsync(
        ClassroomKey classroom, StudentKey? student, Actor reader, NoteReaders atLeast, int limit, CancellationToken cancellation = default)
    {
        var (kind, key, open) = ((int)reader.Kind, reader.Key, (int)atLeast);
        var about = student?.Value;
        var rows = await file.ReadAsync(context => context.Notes
            .Where(row => row.Classroom == classroom.Value && (about == null || row.Student == about))
            .Where(row => row.VisibleTo >= open || (row.ByKind == kind && row.ByKey == key))
            .OrderByDescending(row => row.Position).Take(limit).ToListAsync(cancellation));
        return rows.ConvertAll(row => new Note(
            row.Partition, row.Position, new(row.Classroom), new(row.Student), new(row.Skill), new(row.Text), (NoteReaders)row.VisibleTo,
            new Actor((ActorKind)row.ByKind, row.ByKey), new(row.At)));
    }
}
