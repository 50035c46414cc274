using System.Text;
using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>
/// What the applications of this process write to their log while it is open. Those of administration's tests alone write warnings, and
/// these tests run one after the other.
/// </summary>
public sealed partial class WrittenLog : IDisposable
{
    private readonly TextWriter before = Console.Error;
    private readonly StringBuilder written = new();
    private readonly TextWriter writer;

    public WrittenLog()
    {
        writer = TextWriter.Synchronized(new StringWriter(written));
        Console.SetError(writer);
    }

    /// <summary>The lines so far, without those that tell of a request, or of the server itself, which was only slow: a machine that does other things meanwhile is that.</summary>
    public string Text
    {
        get
        {
            string text;
            lock (writer) text = written.ToString();
            return string.Concat(text.Split('\n').Where(line => line.Length > 0 && !Slow().IsMatch(line)).Select(line => line + '\n'));
        }
    }

    public void Dispose()
    {
        Console.SetError(before);
        writer.Dispose();
    }

    [GeneratedRegex("WRN HTTP [A-Z]+ .* responded [1-4][0-9]{2} in |WRN .*heartbeat has been running")]
    private static partial Regex Slow();
}
