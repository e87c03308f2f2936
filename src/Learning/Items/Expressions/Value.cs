using LiveClass.Learning.Items.Numbers;
using LiveClass.Learning.Items.Pictures;

namespace LiveClass.Learning.Items.Expressions;

/// <summary>What an expression of a template gives.</summary>
internal abstract record Value
{
    public Rational Number => this is NumberValue number ? number.Is : throw Wrong("a number");

    public bool Truth => this is TruthValue truth ? truth.Is : throw Wrong("true or false");

    public string Text => this is TextValue text ? text.Is : throw Wrong("a text");

    public Linear Linear => this switch
    {
        LinearValue linear => linear.Is,
        NumberValue number => new Linear(0, number.Is),
        _ => throw Wrong("a number or an expression in a letter"),
    };

    /// <summary>How it stands in the description of a draw.</summary>
    public abstract string Mark { get; }

    private ItemTemplateException Wrong(string wanted) => new($"{Mark} stands where {wanted} must stand.");
}

internal sealed record NumberValue(Rational Is) : Value
{
    public override string Mark => Is.ToString();
}

internal sealed record TruthValue(bool Is) : Value
{
    public override string Mark => Is ? "true" : "false";
}

internal sealed record TextValue(string Is) : Value
{
    public override string Mark => $"'{Is}'";
}

internal sealed record LinearValue(Linear Is, string Letter) : Value
{
    public override string Mark => Is.ToText(Letter);
}

internal sealed record PictureValue(Picture Is) : Value
{
    public override string Mark => "a picture";
}

/// <summary>Finished runs: what <c>{answer}</c> stands for.</summary>
internal sealed record WrittenValue(Texts.Written Is) : Value
{
    public override string Mark => "the answer";
}
