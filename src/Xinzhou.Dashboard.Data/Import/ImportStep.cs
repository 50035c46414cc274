namespace Xinzhou.Dashboard.Data.Import;

/// <summary>What an import is at.</summary>
public enum ImportStep
{
    /// <summary>Reading the rows.</summary>
    Reading,

    /// <summary>Comparing with what is stored.</summary>
    Comparing,

    /// <summary>Storing the new figures.</summary>
    Storing,

    /// <summary>Looking for findings and conflicts.</summary>
    Checking,
}
