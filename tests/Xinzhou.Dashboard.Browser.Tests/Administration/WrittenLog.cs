using System.Text;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>
/// What the applications of this process write to their log while it is open. Those of administration's tests alone write warnings, and
/// these tests run one after the other.
/// </summary>
public sealed class WrittenLog : IDisposable
{
    private readonly TextWriter before = Console.Error;
    private readonly StringBuilder written = new();
    private readonly TextWriter writer;

    public WrittenLog()
    {
        writer = TextWriter.Synchronized(new StringWriter(written));
        Console.SetError(writer);
    }

    /// <summary>The lines so far.</summary>
    public string Text
    {
        get
        {
            lock (writer)
            {
                return written.ToString();
            }
        }
    }

    public void Dispose()
    {
        Console.SetError(before);
        writer.Dispose();
    }
}
