using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LiveClass.Learning.Items;

/// <summary>How an item is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemType>))]
public enum ItemType
{
    /// <summary>One of the choices: <c>b</c>.</summary>
    [JsonStringEnumMemberName("choice")] Choice,

    /// <summary>All the choices that fit: <c>a,c</c>.</summary>
    [JsonStringEnumMemberName("many")] Many,

    /// <summary>A whole or decimal number: <c>2.5</c>.</summary>
    [JsonStringEnumMemberName("number")] Number,

    /// <summary>A fraction: <c>3/4</c>.</summary>
    [JsonStringEnumMemberName("fraction")] Fraction,

    /// <summary>A mixed number: <c>1 3/4</c>.</summary>
    [JsonStringEnumMemberName("mixed")] Mixed,

    /// <summary>The choices in order: <c>c,a,b</c>.</summary>
    [JsonStringEnumMemberName("order")] Order,

    /// <summary>A place on a number line: <c>5/4</c>.</summary>
    [JsonStringEnumMemberName("line")] Line,

    /// <summary>A choice for each of the left side: <c>1b,2a</c>.</summary>
    [JsonStringEnumMemberName("pairs")] Pairs,

    /// <summary>An expression in one letter: <c>3x+6</c>.</summary>
    [JsonStringEnumMemberName("expression")] Expression,
}

/// <summary>The form that an answer must have, where equal values are not enough.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskedForm>))]
public enum AskedForm
{
    /// <summary>A fraction in lowest terms.</summary>
    [JsonStringEnumMemberName("simplest")] Simplest,

    /// <summary>A fraction without a whole number beside it.</summary>
    [JsonStringEnumMemberName("fraction")] Fraction,

    /// <summary>A whole number with a fraction below 1.</summary>
    [JsonStringEnumMemberName("mixed")] Mixed,

    /// <summary>No brackets, each kind of term once.</summary>
    [JsonStringEnumMemberName("expanded")] Expanded,
}

/// <summary>One generated instance of an item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Seed">The seed that it was made from.</param>
/// <param name="Skill">The skill's id in the built-in progression.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Language">The tag of its language.</param>
/// <param name="Variant">The numbers that it drew: two forms of an item with the same variant ask the same.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Parts">What the answer box needs to know.</param>
/// <param name="Choices">The choices in the order that they are shown; the right side of pairs; empty where nothing is chosen.</param>
/// <param name="Hint">A hint that does not give the answer.</param>
/// <param name="Speech">The question for reading aloud.</param>
/// <param name="Key">What is right and why; absent where the answer must not leave the server.</param>
public sealed record ItemForm(
    string Item,
    long Seed,
    string Skill,
    ItemType Type,
    string Language,
    string Variant,
    ImmutableArray<FormRun> Prompt,
    FormParts Parts,
    ImmutableArray<FormChoice> Choices,
    ImmutableArray<FormRun> Hint,
    string Speech,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormKey? Key)
{
    /// <summary>Without what is right: for items that only the server may score.</summary>
    public ItemForm WithoutKey() => this with { Key = null };
}

/// <summary>What the answer box needs to know.</summary>
/// <param name="Form">The form that the answer must have.</param>
/// <param name="Line">The number line to answer on.</param>
/// <param name="Left">The left side of pairs, numbered from 1.</param>
/// <param name="Letter">The letter of an expression.</param>
public sealed record FormParts(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AskedForm? Form = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormLine? Line = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<FormChoice>? Left = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Letter = null);

/// <summary>A number line; the figures are written like responses (<c>1/4</c>).</summary>
/// <param name="From">Its left end.</param>
/// <param name="To">Its right end.</param>
/// <param name="Step">The point moves by this.</param>
/// <param name="Marks">There is a mark at each multiple of this.</param>
/// <param name="Labels">There is a number at each multiple of this.</param>
public sealed record FormLine(string From, string To, string Step, string Marks, string Labels);

/// <summary>What is right, what predictable wrong answers say, and the way to the answer.</summary>
/// <param name="Right">The right response.</param>
/// <param name="Misconceptions">The wrong responses that a misconception predicts; all differ from each other and from the right one.</param>
/// <param name="OtherForm">What to say when the value is right and its form is not the one asked for.</param>
/// <param name="Solution">The worked solution with its own numbers. It ends in the answer.</param>
public sealed record FormKey(
    string Right,
    ImmutableArray<FormMisconception> Misconceptions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<FormRun>? OtherForm,
    ImmutableArray<FormRun> Solution);

/// <summary>A wrong response that a misconception predicts.</summary>
/// <param name="Id">The misconception.</param>
/// <param name="Response">The response.</param>
/// <param name="Feedback">What helps.</param>
public sealed record FormMisconception(string Id, string Response, ImmutableArray<FormRun> Feedback);
