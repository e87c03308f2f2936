using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Model;

namespace LiveClass.Records.Classrooms;

/// <summary>Brings a classroom's stations to what was sent. Check first; it writes nothing.</summary>
internal sealed class StationsEdit(RecordsContext context, ClassroomKey classroom, IReadOnlyList<StationPut> sent)
{
    private readonly Dictionary<string, StationRow> rows =
        context.Stations.Where(row => row.Classroom == classroom.Value).ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <summary>What stands against it: a new station without a kind or a capacity.</summary>
    public PutRefusal? Check() =>
        sent.FirstOrDefault(station => !rows.ContainsKey(station.Id) && (station.Kind is null || station.Capacity is null)) is { } lacking
            ? new(PutRefusal.MissingField, $"The station '{lacking.Id}' is new and needs a {(lacking.Kind is null ? "kind" : "capacity")}.")
            : null;

    /// <summary>Stations that are left out are ended. Those without a number come after the others, as they were sent.</summary>
    public void Apply(ClassroomKey owner)
    {
        var unnumbered = new List<StationRow>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var station in sent)
        {
            kept.Add(station.Id);
            if (!rows.TryGetValue(station.Id, out var row))
            {
                context.Stations.Add(rows[station.Id] = row = new()
                {
                    Classroom = owner.Value,
                    Id = station.Id,
                    Name = station.Id,
                    Adults = station.Kind == StationKind.TeacherLed ? 1 : 0,
                });
                if (station.Number is null) unnumbered.Add(row);
            }

            row.Ended = false;
            row.Name = station.Name ?? row.Name;
            row.Number = station.Number ?? row.Number;
            row.Kind = (int?)station.Kind ?? row.Kind;
            row.Capacity = station.Capacity ?? row.Capacity;
            row.Adults = station.Adults ?? row.Adults;
            row.Materials = station.Materials is null ? row.Materials : station.Materials.Length == 0 ? null : station.Materials;
        }

        foreach (var row in rows.Values.Where(row => !kept.Contains(row.Id))) row.Ended = true;
        var last = rows.Values.Where(row => kept.Contains(row.Id)).Select(row => row.Number).DefaultIfEmpty().Max();
        foreach (var row in unnumbered) row.Number = ++last;
    }
}
