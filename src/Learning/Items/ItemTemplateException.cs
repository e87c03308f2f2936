namespace LiveClass.Learning.Items;

/// <summary>A template that cannot be read, or that cannot make a form: says which file and line, and what would be right.</summary>
public sealed class ItemTemplateException : FormatException
{
    /// <summary>An unnamed fault.</summary>
    public ItemTemplateException()
    {
    }

    /// <summary>A fault.</summary>
    public ItemTemplateException(string message) : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public ItemTemplateException(string message, Exception cause) : base(message, cause)
    {
    }

    /// <summary>A fault at a line.</summary>
    /// <param name="file">The template file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="message">What is wrong.</param>
    public ItemTemplateException(string file, int line, string message) : base($"{file} line {line}: {message}")
    {
    }
}
