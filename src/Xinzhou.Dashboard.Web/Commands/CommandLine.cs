using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>
/// The command line: without a command the dashboard is served. stdout carries a command's result and nothing else;
/// help that was asked for is one.
/// </summary>
internal static partial class CommandLine
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var overrides = Array.FindAll(args, Override().IsMatch);
        var root = Root(new SharedOptions(overrides));
        var parsed = root.Parse(Array.FindAll(args, argument => !Override().IsMatch(argument)), new() { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The web host listens for signals itself.
            ProcessTerminationTimeout = parsed.CommandResult.Command == root ? null : Farewell,
        };
        if (parsed.Action is ParseErrorAction fault)
        {
            invocation.Output = Console.Error;
            fault.ShowHelp = false;
        }

        try
        {
            var exitCode = await parsed.InvokeAsync(invocation);
            return parsed.Action is ParseErrorAction ? (int)ExitCode.WrongUsage : exitCode;
        }
        catch (SettingsException wrong)
        {
            return (int)await SayAsync(wrong.Message, ExitCode.WrongUsage);
        }
        catch (DatabaseUnavailableException lacking)
        {
            return (int)await SayAsync(lacking.Message, ExitCode.EnvironmentLacking);
        }
        catch (Exception file) when (parsed.CommandResult.Command != root && file is IOException or UnauthorizedAccessException)
        {
            return (int)await SayAsync(file.Message, ExitCode.EnvironmentLacking);
        }
        catch (Exception lacking) when (lacking.Outage() is { } outage && (outage != DatabaseOutage.Away || parsed.CommandResult.Command != root))
        {
            return (int)await SayAsync(OutageSentence.Of(outage, lacking), ExitCode.EnvironmentLacking);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Refused;
        }
        catch (Exception bug) when (bug is not HostAbortedException)
        {
            return (int)await SayAsync(bug.ToString(), ExitCode.Refused);
        }
    }

    // The commands of the product, one class each.
    private static ServeCommand Root(SharedOptions shared) => new(shared)
    {
        new ImportCommand(shared),
        new ExportCommand(shared),
        new PlanCommand(shared),
        new ReviewCommand(shared),
        new MigrateCommand(shared),
        new BackupCommand(shared),
        new RestoreCommand(shared),
        new WithdrawCommand(shared),
        new Command("audit", "The audit log.") { new AuditVerifyCommand(shared) },
        new TokenCommand(shared),
        new Command("demo", "The demonstration data set.") { new DemoLoadCommand(shared) },
        new UserCommand(shared),
    };

    private static async Task<ExitCode> SayAsync(string sentence, ExitCode code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }

    // A setting, as opposed to an option: --Dashboard:PublicRead=true.
    [GeneratedRegex("^--[A-Za-z0-9_.]+(:[A-Za-z0-9_.]+)+=")]
    private static partial Regex Override();
}
