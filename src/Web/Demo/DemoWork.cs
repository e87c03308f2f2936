namespace LiveClass.Web.Demo;

/// <summary>What is being done to the demo school.</summary>
public enum DemoWork
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is made.</summary>
    Making,

    /// <summary>It is removed.</summary>
    Removing,

    /// <summary>The last of these has failed.</summary>
    Failed,
}
