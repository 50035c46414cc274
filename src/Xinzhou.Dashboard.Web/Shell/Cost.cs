namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>What it is that costs the server much more to answer than to ask; each kind is counted by itself.</summary>
public enum Cost
{
    /// <summary>A file that is put together for one reader.</summary>
    Export,

    /// <summary>A workbook that was sent and is read and judged.</summary>
    Upload,

    /// <summary>What the API computes from a body.</summary>
    Calculation,

    /// <summary>What the API answers as of a past moment.</summary>
    Past,

    /// <summary>A search, or the suggestions for one.</summary>
    Search,

    /// <summary>An attempt to sign in, or to choose a password: a password is compared slowly on purpose.</summary>
    SignIn,
}
