using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>A return that was not released, and why; in an address <c>7.stale</c>.</summary>
/// <param name="Id">The number of the return.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedReturn(int Id, ReturnRefusal Refusal)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Code.Of(Refusal)}");

    /// <summary>As an address says it; null when it says nothing sensible.</summary>
    public static RefusedReturn? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('.') is [var id, var refusal]
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Code.TryParse<ReturnRefusal>(refusal, out var why) ? new(number, why) : null;
    }
}
