
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>What a token may be used for, within what its role may do.</summary>
public enum TokenScope
{
    /// <summary>Reads pages and the API.</summary>
    Read,

    /// <summary>Reads the notices of supervision, of a role that sees returns.</summary>
    Supervision,
}
