namespace SupervisorBot.Storage.Tests;
internal static class StorageChild { public const string Command = "x"; public static Task<int> RunAsync(string a, string b) => Task.FromResult(0); }
