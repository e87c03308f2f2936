using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Reading;

/// <summary>A template as it was read: order of fields as in a file.</summary>
internal sealed record TemplateSource(
    string Id,
    string Skill,
    ItemType Type,
    ImmutableArray<ImmutableArray<Statement>> Levels,
    ImmutableArray<Statement> Draw,
    ImmutableArray<Expression> Where,
    ImmutableArray<Expression> Answer,
    AskedLine? Line,
    string Letter,
    ImmutableArray<AskedFormSource> Forms,
    bool KeepsOrder,
    ImmutableArray<ChoiceSource> Choices,
    ImmutableArray<PairSource> Pairs,
    ImmutableArray<WrongSource> Wrong,
    ImmutableArray<ConditionalText> Prompts,
    ImmutableArray<ConditionalText> Hints,
    ImmutableArray<ConditionalText> Solutions);

/// <summary>One drawn or computed name.</summary>
internal abstract record Statement(string Name);

internal sealed record DrawRange(string Name, Expression From, Expression To) : Statement(Name);

internal sealed record DrawOf(string Name, ImmutableArray<Expression> Values) : Statement(Name);

internal sealed record Let(string Name, Expression Is) : Statement(Name);

/// <summary>A text that is used where its condition holds; without one, always.</summary>
internal sealed record ConditionalText(Expression? When, LocalText Text);

/// <summary>The number line to answer on.</summary>
internal sealed record AskedLine(Expression From, Expression To, Expression Step, Expression Marks, Expression Labels);

/// <summary>The form that is asked for, and what to say of an equal value in another.</summary>
internal sealed record AskedFormSource(AskedForm Form, Expression? When, LocalText Otherwise);

/// <summary>A choice; without a condition it is right or wrong always.</summary>
internal sealed record ChoiceSource(bool Right, Expression? When, LocalText Text, ImmutableArray<ShownBy> Shows);

/// <summary>The misconception that leads to a choice.</summary>
internal sealed record ShownBy(Misconception Misconception, Expression? When);

/// <summary>Two sides that belong together.</summary>
internal sealed record PairSource(LocalText Left, LocalText Right);

/// <summary>The answer that a misconception predicts.</summary>
internal sealed record WrongSource(Misconception Misconception, ImmutableArray<Expression> Answer, Expression? When);

/// <summary>A named reason for a predictable wrong answer, and the sentence that helps.</summary>
internal sealed record Misconception(string Id, LocalText Feedback);

/// <summary>A skill's file: its place in the progression and its templates.</summary>
internal sealed record SkillSource(
    string Id, string Code, string Tile, string SpanishTile, string English, string Spanish, ImmutableArray<string> Needs,
    ImmutableArray<TemplateSource> Templates);
