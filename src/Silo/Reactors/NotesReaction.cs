using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Records.Notes;

namespace LiveClass.Silo.Reactors;

/// <summary>Keeps notes for reading, and forgets those that were taken back.</summary>
public sealed class NotesReaction(NoteStore notes) : IRareReaction
{
    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<RareEvent> events, CancellationToken cancellation)
    {
        var added = new List<Note>();
        var withdrawn = new List<(ClassroomKey, long)>();
        foreach (var (partition, classroom, position, e) in events)
        {
            if (e is NoteAdded note)
                added.Add(new Note(partition, position, classroom, note.Student, note.Skill, note.Text, note.VisibleTo, note.By, note.At));
            else if (e is NoteWithdrawn back) withdrawn.Add((classroom, back.Note));
        }

        if (added.Count + withdrawn.Count > 0) await notes.WriteAsync(added, withdrawn, cancellation);
    }
}
