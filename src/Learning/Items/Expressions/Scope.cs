namespace LiveClass.Learning.Items.Expressions;

/// <summary>The names that have a value while one form is made.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Value> values = new(StringComparer.Ordinal);

    public Value Get(string name) => values.TryGetValue(name, out var value)
        ? value
        : throw new ItemTemplateException($"{name} has no value here. Draw or set it in an earlier line.");

    public void Set(string name, Value value) => values[name] = value;
}
