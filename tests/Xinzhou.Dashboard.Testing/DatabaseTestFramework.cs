using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// xunit as it is, plus one thing: when the last test of the assembly is done, the test run's PostgreSQL is stopped.
/// (xunit 2 has no fixture for an assembly, and the test host is killed before an exit handler could do it.)
/// </summary>
public sealed class DatabaseTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            // Applications, browsers' drivers and tests share this pool; what waits two seconds at most is not to wait for a thread.
            ThreadPool.SetMinThreads(32, 32);
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnostics,
        IMessageSink messages,
        ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, diagnostics, messages, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync();
            await PostgresServer.StopSharedAsync();
        }
    }
}
