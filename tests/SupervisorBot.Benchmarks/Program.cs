using SupervisorBot.Benchmarks;
using SupervisorBot.Benchmarks.Servers;

return args switch
{
    ["serve", var name, var settings] => await ServedProcess.RunAsync(name, settings),
    _ when BenchmarkOptions.TryParse(args, out var options) => await Benchmark.RunAsync(options),
    _ => BenchmarkOptions.Explain(),
};
