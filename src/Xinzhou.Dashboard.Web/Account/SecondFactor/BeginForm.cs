namespace Xinzhou.Dashboard.Web.Account.SecondFactor;

/// <summary>Asks for the key of a second factor.</summary>
public sealed class BeginForm
{
    /// <summary>Another key than the one that is shown.</summary>
    public bool Anew { get; set; }
}
