using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;

namespace SupervisorBot.Benchmarks.Throughput;

/// <summary>A server with a thing that is said to it again and again.</summary>
/// <param name="What">The turn's name in the report.</param>
/// <param name="Server">The server.</param>
/// <param name="Speakers">The conversations.</param>
internal sealed record Contender(string What, ServerProcess Server, IReadOnlyList<Speaker> Speakers);

/// <summary>One conversation with what is said in it.</summary>
internal sealed record Speaker(Inbox Inbox, ChatSender Sender, ActivityTemplate Activity);
