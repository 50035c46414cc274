using System.CommandLine;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>One run of a command.</summary>
/// <param name="Arguments">What was typed.</param>
/// <param name="Services">The parts of the application; the database is open and on the newest schema.</param>
/// <param name="Output">stdout, for the result.</param>
/// <param name="Errors">stderr, for progress and reasons.</param>
internal sealed record CommandRun(ParseResult Arguments, IServiceProvider Services, TextWriter Output, TextWriter Errors);
