namespace Xinzhou.Dashboard.Web.Work;

/// <summary>How much a button weighs.</summary>
public enum ActKind
{
    /// <summary>One of several.</summary>
    Plain,

    /// <summary>What the part is there for; one of them.</summary>
    Primary,

    /// <summary>Takes something away from somebody.</summary>
    Grave,

    /// <summary>The grave act itself, in its dialog.</summary>
    GravePrimary,

    /// <summary>A link among text.</summary>
    Bare,
}
