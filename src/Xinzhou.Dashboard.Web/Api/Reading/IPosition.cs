namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>The place of a row in the order of its list, written into a cursor.</summary>
public interface IPosition<TSelf> where TSelf : IPosition<TSelf>
{
    /// <summary>Less than 0 when this place comes before the other.</summary>
    int Compare(TSelf other);

    /// <summary>Without a line break.</summary>
    string Write();

    static abstract bool TryRead(string text, out TSelf position);
}
