using SupervisorBot.Benchmarks;
using SupervisorBot.Benchmarks.Servers;

return args switch
{
    ["serve", var name, var settings, .. var edge] => await ServedProcess.RunAsync(name, settings, edge.FirstOrDefault()),
    _ when BenchmarkOptions.TryParse(args, out var options) => await Benchmark.RunAsync(options),
    _ => BenchmarkOptions.Explain(),
};
