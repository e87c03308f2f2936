using System.Collections;
using System.Reflection;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>Compares values property by property, lists element by element: what a record's own equality does not do for arrays.</summary>
internal static class Deep
{
    public static void Same(object? expected, object? actual, string path = "")
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: expected {expected ?? "null"}, got {actual ?? "null"}");
            return;
        }

        Assert.True(expected.GetType() == actual.GetType(), $"{path}: expected a {expected.GetType().Name}, got a {actual.GetType().Name}");
        if (IsLeaf(expected.GetType()))
        {
            Assert.True(expected.Equals(actual), $"{path}: expected {expected}, got {actual}");
        }
        else if (Elements(expected) is { } elements)
        {
            var others = Elements(actual)!;
            Assert.True(elements.Count == others.Count, $"{path}: expected {elements.Count} elements, got {others.Count}");
            for (var i = 0; i < elements.Count; i++) Same(elements[i], others[i], $"{path}[{i}]");
        }
        else
        {
            foreach (var property in Properties(expected.GetType()))
                Same(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
    }

    /// <summary>Notes each property, as "Type.Name", and whether any of the values has it set to what is not the default.</summary>
    public static void NoteSet(object? value, Dictionary<string, bool> set)
    {
        if (value is null || IsLeaf(value.GetType())) return;
        if (Elements(value) is { } elements)
        {
            foreach (var element in elements) NoteSet(element, set);
            return;
        }

        foreach (var property in Properties(value.GetType()))
        {
            var name = $"{value.GetType().Name}.{property.Name}";
            var own = property.GetValue(value);
            set[name] = set.GetValueOrDefault(name) || !IsDefault(own, property.PropertyType);
            NoteSet(own, set);
        }
    }

    private static bool IsDefault(object? value, Type type) =>
        value is null || (Elements(value) is { } elements ? elements.Count == 0 : type.IsValueType && value.Equals(Activator.CreateInstance(type)));

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(UInt128);

    private static List<object?>? Elements(object value) =>
        value is IEnumerable list ? [.. list.Cast<object?>()]
        : value is LiveClass.Grains.Abstractions.Learning.SkillSet skills ? [.. Enumerable.Range(0, skills.Count).Select(i => (object?)skills[i])]
        : value is LiveClass.Grains.Abstractions.Learning.HelpReasons reasons ? [.. Enumerable.Range(0, reasons.Count).Select(i => (object?)reasons[i])]
        : null;

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && (p.CanWrite || type.IsValueType) && !Computed(p));

    // A get-only property of a value is computed from others (Instant.IsSome).
    private static bool Computed(PropertyInfo property) => property.SetMethod is null;
}
