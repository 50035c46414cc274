namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>The kinds of problems, as the field <c>code</c> writes them in snake_case.</summary>
public enum ProblemCode
{
    /// <summary>The request cannot be understood at all.</summary>
    BadRequest,

    /// <summary>The body is not one JSON object in UTF-8, or has a name twice.</summary>
    InvalidBody,

    /// <summary>A parameter of the query or a field of the body that the address does not know.</summary>
    UnknownParameter,

    /// <summary>A filter names an indicator, unit or other entry that there is not.</summary>
    UnknownCode,

    /// <summary>A parameter is none of the values it can take.</summary>
    InvalidValue,
    InvalidPeriod,
    InvalidDate,
    InvalidLimit,
    InvalidAsOf,

    /// <summary>The as-of is later than now.</summary>
    FutureAsOf,
    InvalidCursor,

    /// <summary>The request asks for something else than the cursor goes on with.</summary>
    CursorMismatch,

    /// <summary>A parameter that takes one value is given several.</summary>
    RepeatedParameter,

    /// <summary>No token, and the installation is not open to all.</summary>
    Unauthorized,

    /// <summary>A token that is unknown, expired or revoked.</summary>
    InvalidToken,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    UnsupportedMediaType,

    /// <summary>The body is longer than allowed.</summary>
    PayloadTooLarge,
    TooManyRequests,
    InternalError,

    /// <summary>The instance has not read the figures yet.</summary>
    NotReady,

    /// <summary>The database does not answer for the moment.</summary>
    Unavailable,

    /// <summary>The database takes no more connections for the moment.</summary>
    DatabaseCrowded,

    /// <summary>The disk of the database is full: it can be read, and nothing can be saved.</summary>
    DiskFull,

    /// <summary>The database was set to be read only.</summary>
    DatabaseReadOnly,
}
