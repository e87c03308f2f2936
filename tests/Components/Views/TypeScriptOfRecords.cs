using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Components.Views;

/// <summary>Writes the TypeScript types of records as they stand on the wire.</summary>
internal sealed class TypeScriptOfRecords
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly SortedDictionary<string, string> declarations = new(StringComparer.Ordinal);

    public static string Of(string folder, params Type[] roots)
    {
        var types = new TypeScriptOfRecords();
        foreach (var root in roots) types.Declare(root);
        var text = new StringBuilder($"// Generated from the records of {folder} by tests/Components (ScriptTypesTests). Do not edit.\n");
        foreach (var declaration in types.declarations.Values) text.Append('\n').Append(declaration);
        return text.ToString();
    }

    private string Declare(Type type)
    {
        if (declarations.ContainsKey(type.Name)) return type.Name;
        declarations[type.Name] = "";
        declarations[type.Name] = type.IsEnum ? Union(type) : Interface(type);
        return type.Name;
    }

    private static string Union(Type type) =>
        $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(name => $"'{JsonNamingPolicy.CamelCase.ConvertName(name)}'"))};\n";

    private string Interface(Type type)
    {
        var text = new StringBuilder($"export interface {type.Name} {{\n");
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var optional = property.GetCustomAttribute<JsonIgnoreAttribute>() is not null;
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            text.Append($"  {name}{(optional ? "?" : "")}: {TypeOf(property, optional)};\n");
        }

        return text.Append("}\n").ToString();
    }

    private string TypeOf(PropertyInfo property, bool optional)
    {
        var type = property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Changed<>))
            return $"{Name(type.GetGenericArguments()[0])} | null";
        var isNull = Nullable.GetUnderlyingType(type) is not null || nullability.Create(property).ReadState == NullabilityState.Nullable;
        return Name(type) + (isNull && !optional ? " | null" : "");
    }

    private string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return $"{Name(type.GetGenericArguments()[0])}[]";
        if (type == typeof(string) || type == typeof(Instant)) return "string";
        if (type == typeof(bool)) return "boolean";
        return type.IsPrimitive ? "number" : Declare(type);
    }
}
