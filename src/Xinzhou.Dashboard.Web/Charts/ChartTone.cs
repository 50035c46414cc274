namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>Which of the data colours a series wears. A tone is never a judgement.</summary>
public enum ChartTone
{
    /// <summary>Azurite: the city, or the subject of the page.</summary>
    City,

    /// <summary>Ochre.</summary>
    Second,

    /// <summary>Lotus.</summary>
    Third,

    /// <summary>Dark grey: what was forecast before.</summary>
    Former,

    /// <summary>Grey, hollow squares: the province.</summary>
    Benchmark,

    /// <summary>Dark grey, hollow triangles: the nation.</summary>
    Nation,
}
