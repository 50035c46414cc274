namespace Xinzhou.Dashboard.Web.Review;

/// <summary>A return that was picked, with the version that was seen; in an address <c>3.4</c>.</summary>
/// <param name="Id">The number of the return.</param>
/// <param name="Version">Its version.</param>
public sealed record PickedReturn(int Id, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");

    /// <summary>As an address says it; null when it says nothing sensible.</summary>
    public static PickedReturn? Read(string? text) =>
        text?.Split('.') is [var id, var version]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? new(number, seen) : null;
}
