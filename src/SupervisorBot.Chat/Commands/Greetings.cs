using System.Collections.Frozen;

namespace SupervisorBot.Chat.Commands;

/// <summary>What people say first to a bot, in the languages that it speaks; it is answered as their coming in is.</summary>
internal static class Greetings
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "hello", "hi", "hey", "hallo", "start", "menu", "你好", "您好", "嗨", "hola", "buenas", "buenos", "bonjour", "bonsoir", "salut", "مرحبا", "مرحباً", "السلام", "أهلا", "اهلا");

    /// <summary>Whether a line that begins with this word greets.</summary>
    public static bool IsOne(string word) => s_words.Contains(word.TrimEnd('!', ',', '.', '?', '！', '，', '。', '،'));
}
