using System.Collections.Immutable;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Expressions;

/// <summary>An expression of a template. It is read once and evaluated for each form.</summary>
internal abstract record Expression
{
    public abstract Value Evaluate(Scope scope);
}

internal sealed record Constant(Value Is) : Expression
{
    public override Value Evaluate(Scope scope) => Is;
}

internal sealed record Name(string Is) : Expression
{
    public override Value Evaluate(Scope scope) => scope.Get(Is);
}

internal sealed record Negative(Expression Of) : Expression
{
    public override Value Evaluate(Scope scope) => new NumberValue(-Of.Evaluate(scope).Number);
}

internal sealed record Not(Expression Of) : Expression
{
    public override Value Evaluate(Scope scope) => new TruthValue(!Of.Evaluate(scope).Truth);
}

/// <summary>The right side of <c>and</c> and <c>or</c> is looked at only where it matters.</summary>
internal sealed record Both(bool And, Expression Left, Expression Right) : Expression
{
    public override Value Evaluate(Scope scope)
    {
        var left = Left.Evaluate(scope).Truth;
        return new TruthValue(left == And ? Right.Evaluate(scope).Truth : left);
    }
}

internal sealed record Arithmetic(char Sign, Expression Left, Expression Right) : Expression
{
    public override Value Evaluate(Scope scope)
    {
        Rational a = Left.Evaluate(scope).Number, b = Right.Evaluate(scope).Number;
        return new NumberValue(Sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b });
    }
}

internal sealed record Comparison(string Sign, Expression Left, Expression Right) : Expression
{
    public override Value Evaluate(Scope scope)
    {
        Value a = Left.Evaluate(scope), b = Right.Evaluate(scope);
        return new TruthValue(Sign switch
        {
            "=" => a == b,
            "<>" => a != b,
            "<" => a.Number < b.Number,
            ">" => a.Number > b.Number,
            "<=" => a.Number <= b.Number,
            _ => a.Number >= b.Number,
        });
    }
}

/// <summary><c>if(condition, then, else)</c>: only the side that counts is evaluated.</summary>
internal sealed record Choosing(Expression If, Expression Then, Expression Else) : Expression
{
    public override Value Evaluate(Scope scope) => (If.Evaluate(scope).Truth ? Then : Else).Evaluate(scope);
}

internal sealed record Call(Func<ImmutableArray<Value>, Value> Function, ImmutableArray<Expression> Arguments) : Expression
{
    public override Value Evaluate(Scope scope) => Function(ImmutableArray.CreateRange(Arguments, argument => argument.Evaluate(scope)));
}
