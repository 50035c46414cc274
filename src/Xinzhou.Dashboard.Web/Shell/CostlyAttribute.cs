namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// On a page or an end point: how often one caller may ask is bounded. On a page of which only the forms cost (sign-in), what
/// is bounded is the sending of them.
/// </summary>
/// <param name="cost">What costs.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CostlyAttribute(Cost cost) : Attribute
{
    /// <summary>What costs.</summary>
    public Cost Cost { get; } = cost;
}
