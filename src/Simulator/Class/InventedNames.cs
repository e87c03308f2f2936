namespace LiveClass.Simulator.Class;

/// <summary>Names for simulated students, from several languages.</summary>
public static class InventedNames
{
    private static readonly string[] Names =
    [
        "Ada", "Bilal", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jamal", "Kaya", "Linh", "Mateo", "Noor", "Oskar", "Priya",
        "Quinn", "Rosa", "Sami", "Tova", "Umar", "Vera", "Wanjiru", "Xenia", "Yusuf", "Zofia", "Amara", "Boris", "Celine", "Diego", "Esra", "Finn",
    ];

    /// <summary>The name of the n-th student, from 0; after the last they begin again with a number.</summary>
    public static string Of(int index) => index < Names.Length ? Names[index] : $"{Names[index % Names.Length]} {(index / Names.Length) + 1}";
}
